async function look(town: string) {
  const reply = await fetch(`https://weather.example/${town}`);
  const { degrees } = await reply.json();
  console.log(`${town}: ${degrees} °C`);
}

await Promise.all(["Lisbon", "Oslo", "Rome"].map(look));
