import "./door/page.ts";
