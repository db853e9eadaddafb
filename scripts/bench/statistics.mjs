// Medians and quantiles of measurements.

/**
 * Returns the value below which the share `q` of the measurements lies. Interpolates between neighbours.
 * @param {readonly number[]} values
 * @param {number} q from 0 (the smallest) to 1 (the largest)
 * @throws {RangeError} if there are no values
 */
export function quantile(values, q) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) throw new RangeError("Nothing was measured.");
  return below + (above - below) * (at - Math.floor(at));
}

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/**
 * Returns the median of one field of many records.
 * @template {string} Field
 * @param {readonly { readonly [name in Field]: number }[]} records
 * @param {Field} field
 */
export function medianOf(records, field) {
  return median(records.map((record) => record[field]));
}
