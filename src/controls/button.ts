// Buttons of panes and boxes. A disabled one keeps its place in the tab order and says that it is disabled
// (aria-disabled).

/** Makes a button with a text label. */
export function textButton(text: string, act: () => void): HTMLButtonElement {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: text });
  onPress(button, act);
  return button;
}

/** Calls `act` when the button is pressed, unless it is disabled. */
export function onPress(button: HTMLElement, act: () => void): void {
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-disabled") !== "true") act();
  });
}

/** Enables or disables the button. */
export function setUse(button: HTMLElement, hasUse: boolean): void {
  button.setAttribute("aria-disabled", String(!hasUse));
}
