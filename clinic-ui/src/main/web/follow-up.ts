import "./follow/page.ts";
