// Messages between two ports.
// Without Node: an open port keeps it from ending.
const { port1, port2 } = new MessageChannel();
port2.onmessage = ({ data }) => {
  console.log("got", data);
  port2.close();
};
port1.postMessage({ a: [1, 2] });
console.log("sent");
export {};
