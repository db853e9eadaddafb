import { animals, speak } from "./speak";

for (const animal of animals) {
  await speak(animal);
}
