// Imports the parts of Monaco that the editor uses.

// All of its features. The TypeScript support loads them later in any case, and an editor that is open then breaks.
import "monaco-editor/features/register.all";
// The list of features in the package leaves out the suggestions themselves.
import "monaco-editor/editor/contrib/suggest/browser/suggestController";
