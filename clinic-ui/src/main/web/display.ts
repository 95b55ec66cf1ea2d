import "./door/display.ts";
