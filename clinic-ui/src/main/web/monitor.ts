import "./monitor/page.ts";
