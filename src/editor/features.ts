// The parts of Monaco that an editor has.

// All of them: the TypeScript support loads them later in any case, and an editor that finds new parts then is broken.
import "monaco-editor/features/register.all";
// The package's list leaves out the suggestions themselves.
import "monaco-editor/editor/contrib/suggest/browser/suggestController";
