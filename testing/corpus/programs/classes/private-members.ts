// Private fields, methods, accessors and their checks.
class Account {
  #balance = 0;
  static #made = 0;
  constructor() {
    Account.#made += 1;
  }
  deposit(amount: number) {
    this.#check(amount);
    this.#balance += amount;
    return this;
  }
  #check(amount: number) {
    if (amount < 0) throw new RangeError("less than nothing");
  }
  get balance() {
    return this.#balance;
  }
  static isAccount(value: object) {
    return #balance in value;
  }
  static get made() {
    return Account.#made;
  }
}
const account = new Account().deposit(5);
console.log(account.balance, Account.isAccount(account), Account.isAccount({}), Account.made, account);
try {
  account.deposit(-1);
} catch (error) {
  console.log(`${error}`);
}
export {};
