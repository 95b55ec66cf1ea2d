// Amounts of the stock: three decimals, the mark of the language, read back to the same integer.
import {
  degrees,
  difference,
  example,
  grams,
  millilitres,
  parseDay,
  parseScaled,
  percent,
  scannedLabel,
} from "./stock-text.ts";

function same(is: unknown, should: unknown): void {
  if (is !== should) {
    throw new Error(`${is}, not ${should}`);
  }
}

Deno.test("a volume has three decimals and the mark of its language", () => {
  same(millilitres(998_765, "vi"), "998,765\u00a0mL");
  same(millilitres(998_765, "en"), "998.765\u00a0mL");
  same(millilitres(0, "vi"), "0,000\u00a0mL");
  same(millilitres(1, "vi"), "0,001\u00a0mL");
  same(millilitres(-1, "en"), "−0.001\u00a0mL");
  same(millilitres(9_999_999, "en"), "9999.999\u00a0mL");
  same(millilitres(10_000_000, "en"), "10\u202f000.000\u00a0mL");
  same(millilitres(12_450_500, "vi"), "12\u202f450,500\u00a0mL");
});

Deno.test("a difference always has its sign", () => {
  same(difference(250, "vi"), "+0,250\u00a0mL");
  same(difference(-250, "vi"), "−0,250\u00a0mL");
  same(difference(0, "vi"), "0,000\u00a0mL");
});

Deno.test("weights, shares and temperatures", () => {
  same(grams(1_142_000_000, "vi"), "1142,000\u00a0g");
  same(grams(1_499, "en"), "0.001\u00a0g");
  same(grams(1_500, "en"), "0.002\u00a0g");
  same(percent(6_000, "vi"), "0,60\u00a0%");
  same(percent(-12_345, "en"), "−1.23\u00a0%");
  same(degrees(285, "vi"), "28,5\u00a0°C");
  same(degrees(-5, "en"), "−0.5\u00a0°C");
});

Deno.test("what is no integer is no amount", () => {
  for (const wrong of [0.5, NaN, Infinity]) {
    try {
      millilitres(wrong, "vi");
    } catch {
      continue;
    }
    throw new Error(String(wrong));
  }
});

Deno.test("both marks are read and none of them groups", () => {
  same(parseScaled("1142", 3), 1_142_000);
  same(parseScaled("1140,703", 3), 1_140_703);
  same(parseScaled("1140.703", 3), 1_140_703);
  same(parseScaled("0,5", 3), 500);
  same(parseScaled("-2,5", 1), -25);
  same(parseScaled("0", 0), 0);
  for (const wrong of ["", "1.142.000", "1,", ",5", "007", "1,2345", "1 000", "1e3", "12,0,1"]) {
    same(parseScaled(wrong, 3), null);
  }
  same(parseScaled("2,5", 0), null);
});

Deno.test("what is written is read back, for every thousandth of a millilitre around a whole one", () => {
  for (let v = 99_990; v <= 100_010; v++) {
    for (const l of ["vi", "en"] as const) {
      same(parseScaled(millilitres(v, l).replace("\u00a0mL", ""), 3), v);
    }
  }
});

Deno.test("a day is written day first, and has to be one", () => {
  same(parseDay("05/06/2027"), "2027-06-05");
  same(parseDay("5.6.2027"), "2027-06-05");
  same(parseDay("29/02/2028"), "2028-02-29");
  for (const wrong of ["29/02/2027", "31/04/2027", "2027-06-05", "06/13/2027", "5/6/27", ""]) {
    same(parseDay(wrong), null);
  }
});

Deno.test("a scanner's prefix and small letters are taken", () => {
  same(scannedLabel("]b-00001e\n"), "B-00001E");
  same(scannedLabel("  B-00001E "), "B-00001E");
  same(example(3, "vi"), "12,345");
  same(example(1, "en"), "12.3");
  same(example(0, "en"), "12");
});
