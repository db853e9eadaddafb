// Tests of the order of a slide's steps.

import { expect, test } from "vitest";
import { showSteps, stepsOf } from "./steps.ts";

function fragment(name: string, index?: number) {
  const classes = new Set<string>();
  const toggle = (each: string, isOn?: boolean) => {
    if (isOn) classes.add(each);
    else classes.delete(each);
    return isOn === true;
  };
  const getAttribute = () => (index === undefined ? null : String(index));
  return { name, classes, classList: { toggle }, getAttribute };
}

function names(steps: readonly (readonly { readonly name: string }[])[]): string[][] {
  return steps.map((group) => group.map(({ name }) => name));
}

test("fragments without an index are a step each, in the order of the slide", () => {
  expect(names(stepsOf([fragment("cow"), fragment("pig")]))).toEqual([["cow"], ["pig"]]);
});

test("fragments with the same index are one step, and come before those without", () => {
  const all = [fragment("last"), fragment("late", 7), fragment("early", 2), fragment("with late", 7)];
  expect(names(stepsOf(all))).toEqual([["early"], ["late", "with late"], ["last"]]);
});

test("the shown steps are visible, and the last of them is the current one", () => {
  const all = [fragment("cow"), fragment("pig"), fragment("frog")];
  const classes = () => all.map((each) => [...each.classes].sort().join(" "));
  const steps = stepsOf(all);
  showSteps(steps, 2);
  expect(classes()).toEqual(["visible", "current-fragment visible", ""]);
  showSteps(steps, 0);
  expect(classes()).toEqual(["", "", ""]);
});
