// The deck as one HTML file, made by `npm run build:single`.

/** What it is called beside the site's page. */
export const oneFileName = "interleave.html";

/** True in that file itself. */
export const isOneFile = import.meta.env.MODE === "single";
