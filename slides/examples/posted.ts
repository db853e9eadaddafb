/** What the parent posts to this thread first. */
export function posted<Data>(): Promise<Data> {
  return new Promise((take) => {
    self.onmessage = ({ data }) => take(data);
  });
}
