export interface Step {
  handsOn: boolean;
  minutes: number;
}

// Hands-on: it needs the cook.
const busy = (minutes: number): Step => ({ handsOn: true, minutes });

// In the oven, on the stove, on the sill: it needs nobody.
const wait = (minutes: number): Step => ({ handsOn: false, minutes });

export const recipes = {
  turkey: [busy(20), wait(150), busy(10)],
  potatoes: [busy(15), wait(25), busy(10)],
  stuffing: [busy(15), wait(35)],
  carrots: [busy(10), wait(15), busy(5)],
  casserole: [busy(10), wait(30)],
  cranberry: [busy(10), wait(30)],
};

export type Dish = keyof typeof recipes;

export const dishes = Object.keys(recipes) as Dish[];
