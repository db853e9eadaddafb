import { block } from "interleave";

function subroutine() {
  block(300);
}

// Left at each yield, entered again there.
function* coroutine(): Generator<string> {
  block(300);
  yield "first half";
  block(300);
  yield "second half";
}

for (const half of coroutine()) {
  console.log("coroutine:", half);
  subroutine();
  console.log("subroutine: all of it");
}
