import "./doctor/page.ts";
