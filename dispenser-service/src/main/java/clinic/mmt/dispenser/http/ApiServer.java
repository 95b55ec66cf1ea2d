package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.site.PackFile;
import clinic.mmt.dispenser.app.staff.Session;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clinic's HTTP interface: every route of the contract, the pages and the socket; in a training
 * with simulated devices their panel too.
 */
public final class ApiServer {

  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
  private static final Set<String> OPEN =
      Set.of("setUp", "logIn", "stop", "about", "arriveAtKiosk", "publicNumbers", "publicDisplay");
  private static final long BODY_BYTES_MOST = 64 * 1024;

  /** A pack with the JSON around it. */
  private static final long FILE_BYTES_MOST = PackFile.CHARACTERS_MOST + BODY_BYTES_MOST;

  private final Vertx vertx;
  private final Clinic clinic;
  private final LiveHub hub;
  private final Sessions sessions;
  private final CounterRoutes counters;
  private final CardRoutes cards;
  private final Optional<SimulatorPanel> panel;
  private final Map<String, Consumer<Call>> routes = new HashMap<>();

  /** A server for one clinic of real devices. */
  public ApiServer(Vertx vertx, Clinic clinic, LiveHub hub) {
    this(vertx, clinic, hub, Optional.empty());
  }

  /** A server for one clinic, with the panel of simulated devices where there are some. */
  public ApiServer(Vertx vertx, Clinic clinic, LiveHub hub, Optional<SimulatedDevices> simulators) {
    if (simulators.isPresent() && !clinic.training()) {
      throw new IllegalArgumentException("simulated devices are for training only");
    }
    this.panel = simulators.map(devices -> new SimulatorPanel(vertx, devices));
    this.vertx = vertx;
    this.clinic = clinic;
    this.hub = hub;
    this.sessions = new Sessions(clinic.house().ids(), clinic.house().timers());
    this.counters = new CounterRoutes(clinic, hub);
    this.cards = new CardRoutes(clinic);
    routes.putAll(new StaffRoutes(clinic, sessions).routes());
    routes.putAll(new StaffListRoutes(clinic, sessions, hub).routes());
    routes.putAll(new PatientRoutes(vertx, clinic).routes());
    routes.putAll(counters.routes());
    routes.putAll(new CareRoutes(clinic).routes());
    routes.putAll(new TreatmentRoutes(clinic).routes());
    routes.putAll(new SecondDoseRoutes(clinic).routes());
    routes.putAll(cards.routes());
    routes.putAll(new ImportRoutes(vertx, clinic).routes());
    routes.putAll(new DoorRoutes(vertx, clinic).routes());
    routes.putAll(new QueueRoutes(vertx, clinic).routes());
    routes.putAll(new ProfileRoutes(clinic).routes());
    routes.putAll(new MovementRoutes(clinic).routes());
    routes.putAll(new SiteRoutes(clinic).routes());
    routes.putAll(new PackRoutes(vertx, clinic).routes());
    routes.putAll(new RecordRoutes(clinic).routes());
    routes.putAll(new DayRoutes(clinic).routes());
    routes.putAll(new WitnessRoutes(vertx, clinic).routes());
    routes.putAll(new IdentityRoutes(clinic).routes());
    routes.putAll(new EnrolmentRoutes(clinic).routes());
    routes.putAll(new OversightRoutes(clinic).routes());
    routes.putAll(new DegradedRoutes(vertx, clinic).routes());
    routes.putAll(new SheetRoutes(vertx, clinic).routes());
    routes.putAll(new StockRoutes(clinic).routes());
    routes.putAll(new OutgoingRoutes(vertx, clinic).routes());
    routes.putAll(new ReportRoutes(vertx, clinic).routes());
    routes.putAll(new StockDayRoutes(clinic).routes());
    routes.putAll(new NoticeRoutes(vertx, clinic, hub).routes());
    routes.putAll(new UrgentReportRoutes(clinic).routes());
    routes.putAll(new MonitorRoutes(vertx, clinic, hub).routes());
    routes.putAll(new DisplayRoutes(vertx, clinic, hub).routes());
    routes.putAll(new PumpRoutes(clinic).routes());
    routes.putAll(new DeviceRoutes(clinic.lines(), hub).routes());
    routes.putAll(new TakeHomeRoutes(clinic).routes());
    routes.putAll(new TakeHomeFormRoutes(clinic).routes());
    routes.putAll(new ScreenRoutes(vertx, clinic, simulators.isPresent()).routes());
  }

  /** Operations this server answers, for the test that compares them with the contract. */
  Set<String> operations() {
    return Set.copyOf(routes.keySet());
  }

  /** Listens; the port of the answer is the real one when 0 was asked for. */
  public Future<HttpServer> listen(String host, int port) {
    return OpenAPIContract.from(vertx, "openapi.yaml")
        .compose(
            contract ->
                vertx
                    .createHttpServer(new HttpServerOptions().setTcpNoDelay(true))
                    .requestHandler(router(contract))
                    .listen(port, host));
  }

  private Router router(OpenAPIContract contract) {
    RouterBuilder builder =
        RouterBuilder.create(vertx, contract, RequestExtractor.withBodyHandler());
    builder.rootHandler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MOST));
    Optional<Handler<RoutingContext>> steps = Optional.empty();
    Set<String> beyond = new HashSet<>(routes.keySet());
    for (OpenAPIRoute route : builder.getRoutes()) {
      String id = route.getOperation().getOperationId();
      beyond.remove(id);
      Consumer<Call> handler = routes.get(id);
      if (handler == null) {
        throw new IllegalStateException("no handler for operation " + id);
      }
      // Checked by us, after the login; STOP is not checked at all.
      route.setDoValidation(false);
      route.setDoSecurity(false);
      ContractCheck check = new ContractCheck(contract, route.getOperation());
      route.addHandler(
          routing -> handle(id, id.equals("stop") ? handler : checked(check, handler), routing));
      route.addFailureHandler(ApiServer::failed);
      if (id.equals("step")) {
        steps = Optional.of(c -> handle(id, checked(check, handler), c));
      }
    }
    if (!beyond.isEmpty()) {
      throw new IllegalStateException("not in the contract: " + beyond);
    }
    Router router = Router.router(vertx);
    router.get("/api/live").handler(this::live);
    // Before any body is read: STOP is taken with whatever comes along.
    router.post("/api/stations/:station/stop").handler(c -> handle("stop", counters::stop, c));
    // Before the contract's other fifty addresses, which are looked through one after the other.
    steps.ifPresent(
        step ->
            router
                .post("/api/visits/:visit/:step")
                .handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MOST))
                .handler(step)
                .failureHandler(ApiServer::failed));
    panel.ifPresent(p -> panel(router, p));
    // A body that was read already is not read again, so this limit holds and no other.
    PackRoutes.FILES.forEach(
        path ->
            router
                .post(path)
                .handler(BodyHandler.create(false).setBodyLimit(FILE_BYTES_MOST))
                .failureHandler(ApiServer::failed));
    router.route("/*").subRouter(builder.createRouter());
    router.route("/api/*").handler(ApiServer::noSuchAddress);
    Pages.serve(router);
    return router;
  }

  private static Consumer<Call> checked(ContractCheck check, Consumer<Call> handler) {
    return call ->
        check
            .fault(call.routing())
            .ifPresentOrElse(
                fault ->
                    call.refuse(
                        400,
                        Refusal.of("malformed-request", "", fault, "see docs/api/openapi.yaml")),
                () -> handler.accept(call));
  }

  /** Whoever is logged in plays the invented people. */
  private void panel(Router router, SimulatorPanel simulators) {
    router
        .post(SimulatorPanel.PREFIX + "clinic-card")
        .handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MOST))
        .handler(c -> handle("simulators", cards::play, c));
    router
        .get(SimulatorPanel.PREFIX + "events")
        .handler(c -> handle("simulators", simulators::events, c));
    router
        .route(SimulatorPanel.PREFIX + "*")
        .handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MOST))
        .handler(c -> handle("simulators", call -> simulators.pass(c), c));
  }

  private static void noSuchAddress(RoutingContext routing) {
    Refusal none =
        Refusal.of("no-such-address", "", "There is no such address.", "see docs/api/openapi.yaml");
    routing.response().setStatusCode(404);
    routing.json(Call.json(none));
  }

  private void handle(String id, Consumer<Call> handler, RoutingContext routing) {
    Optional<Session> session = token(routing).flatMap(sessions::find);
    Call call = new Call(routing, vertx.getOrCreateContext(), session);
    if (session.isEmpty() && !OPEN.contains(id)) {
      call.refuse(401, Refusal.of("log-in", "", "You are not logged in.", "log in"));
      return;
    }
    handler.accept(call);
  }

  /** The session token of a call: a bearer header, or the cookie of a browser. */
  static Optional<String> token(RoutingContext routing) {
    String header = routing.request().getHeader("authorization");
    if (header != null && header.startsWith("Bearer ")) {
      return Optional.of(header.substring("Bearer ".length()));
    }
    Cookie cookie = routing.request().getCookie(StaffRoutes.COOKIE);
    return cookie == null ? Optional.empty() : Optional.of(cookie.getValue());
  }

  private void live(RoutingContext routing) {
    Optional<Session> session = token(routing).flatMap(sessions::find);
    String origin = routing.request().getHeader("origin");
    String host = routing.request().getHeader("host");
    boolean ownPage = origin == null || (host != null && origin.endsWith("://" + host));
    if (session.isEmpty() || !ownPage) {
      routing.response().setStatusCode(session.isEmpty() ? 401 : 403).end();
      return;
    }
    routing
        .request()
        .toWebSocket()
        .onSuccess(
            socket ->
                new LiveSocket(
                        socket,
                        vertx.getOrCreateContext(),
                        hub,
                        counters,
                        new LiveSocket.ClinicSession(
                            clinic,
                            session.get(),
                            () -> token(routing).flatMap(sessions::find).isPresent(),
                            () -> token(routing).map(sessions::holds).orElse(false)))
                    .open(vertx))
        .onFailure(e -> LOG.info("a live socket did not open: {}", e.getClass().getName()));
  }

  /** A malformed request is answered with what was wrong; a bug of ours with 500 and a log line. */
  private static void failed(RoutingContext routing) {
    int status = routing.statusCode();
    boolean ours = status < 400 || status >= 500;
    if (ours) {
      LOG.error("a request failed: {}", String.valueOf(routing.failure()));
    }
    Throwable cause = routing.failure();
    String text =
        ours || cause == null || cause.getMessage() == null
            ? "The request could not be read."
            : cause.getMessage().lines().findFirst().orElse("");
    routing
        .response()
        .setStatusCode(ours ? 500 : status)
        .putHeader("content-type", "application/json; charset=utf-8")
        .end(
            Call.json(
                    Refusal.of(
                        ours ? "our-fault" : "malformed-request",
                        "",
                        text,
                        ours ? "tell the site technician" : "see docs/api/openapi.yaml"))
                .toBuffer());
  }
}
