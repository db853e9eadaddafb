import { animals, speak } from "./speak";

await Promise.all(animals.map(speak));
