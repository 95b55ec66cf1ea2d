import "./pharmacy/page.ts";
