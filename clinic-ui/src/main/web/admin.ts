import "./admin/page.ts";
