package clinic.mmt.dispenser.main.bench;

import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Port;
import clinic.mmt.device.exchange.PortEvents;
import clinic.mmt.device.exchange.PortSettings;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.exchange.Request;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.Scan;
import clinic.mmt.device.link.LinkAddress;
import clinic.mmt.device.link.TcpLink;
import clinic.mmt.dispenser.app.journal.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line of the bare path: the same port with its two threads as every driver has, and no protocol
 * on it; an answer is so and so many bytes of whatever.
 */
final class BarePort implements AutoCloseable {

  private static final Request.Timing TIMING = new Request.Timing(5_000, 1);

  private final AtomicInteger answerBytes = new AtomicInteger();
  private final Port<Raw> port;

  /** Bytes that mean nothing. */
  private record Raw() implements Message {
    @Override
    public String meaning() {
      return "bytes";
    }
  }

  /** One question and the length of its answer. */
  record Exchange(Bytes request, int answerBytes) {}

  private record Collecting(AtomicInteger most, Octets pending) implements Scan.Open {
    @Override
    public Scan next(int octet) {
      Octets bytes = pending.plus(octet);
      return bytes.length() >= most.get()
          ? new Scan.Frame(bytes, bytes)
          : new Collecting(most, bytes);
    }
  }

  BarePort(String name, int tcpPort) {
    Protocol<Raw> protocol =
        new Protocol<>() {
          @Override
          public Scan.Open idle() {
            return new Collecting(answerBytes, Octets.NONE);
          }

          @Override
          public Optional<Raw> decode(Scan.Frame frame) {
            return Optional.of(new Raw());
          }
        };
    PortEvents<Raw> events =
        new PortEvents<>() {
          @Override
          public void unsolicited(Raw message) {}

          @Override
          public void down() {}
        };
    this.port =
        new Port<>(
            name,
            new TcpLink(new LinkAddress.Tcp("127.0.0.1", tcpPort)),
            protocol,
            PortSettings.USUAL,
            events);
    port.start();
  }

  /** Asks one after the other, then goes on. */
  void exchange(List<Exchange> exchanges, Runnable then) {
    port.submit(
        "bare",
        line -> {
          for (Exchange each : exchanges) {
            ask(line, each);
          }
          return exchanges.size();
        },
        answer -> then.run());
  }

  private void ask(Line<Raw> line, Exchange exchange) throws FaultException {
    answerBytes.set(exchange.answerBytes());
    line.ask(
        new Request<Raw, Raw>(
            new Request.Outgoing("bare", Octets.of(exchange.request().toArray()), false),
            TIMING,
            Optional::of));
  }

  @Override
  public void close() {
    port.close();
  }
}
