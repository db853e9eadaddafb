// new.target and calls without new.
class Abstract {
  constructor() {
    if (new.target === Abstract) throw new TypeError("abstract");
    console.log(new.target.name);
  }
}
class Concrete extends Abstract {}
new Concrete();
for (const attempt of [() => new Abstract(), () => (Abstract as never as () => void)()])
  try {
    attempt();
  } catch (error) {
    console.log(`${error}`);
  }
export {};
