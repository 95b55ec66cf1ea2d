import "./counter/page.ts";
