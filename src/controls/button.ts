// Buttons of panes and boxes. One without use stays where the keyboard finds it, and says that it has none.

/** A button with a word on it. */
export function textButton(text: string, act: () => void): HTMLButtonElement {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: text });
  onPress(button, act);
  return button;
}

/** Does `act` when the button is pressed and has a use. */
export function onPress(button: HTMLElement, act: () => void): void {
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-disabled") !== "true") act();
  });
}

/** Says whether there is something for the button to do. */
export function setUse(button: HTMLElement, hasUse: boolean): void {
  button.setAttribute("aria-disabled", String(!hasUse));
}
