import "./sim/panel.ts";
