package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;

/** The member {@code postings}: movements of liquid in whole microlitres. */
final class Postings {

  private Postings() {}

  static void write(JsonText body, List<Posting> postings) {
    body.beginList("postings");
    for (Posting posting : postings) {
      body.beginObject().id("batch", posting.batch().value()).beginList("legs");
      for (Posting.Leg leg : posting.legs()) {
        body.beginObject()
            .put("account", leg.account().kind())
            .put("of", leg.account().of())
            .put("microlitres", leg.change().microlitres())
            .endObject();
      }
      body.endList().endObject();
    }
    body.endList();
  }

  /** In a line for each posting: the batch, then each account with its change. */
  static void writeShort(JsonText body, List<Posting> postings) {
    body.beginList("postings");
    for (Posting posting : postings) {
      body.beginObject().id("batch", posting.batch().value());
      for (Posting.Leg leg : posting.legs()) {
        body.putUnder(leg.account().shortPath(), leg.change().microlitres());
      }
      body.endObject();
    }
    body.endList();
  }

  static List<Posting> readShort(Members body) {
    return body.objects("postings").stream().map(Postings::shortPosting).toList();
  }

  private static Posting shortPosting(Members from) {
    BatchId batch = new BatchId(from.text("batch"));
    List<Posting.Leg> legs = new ArrayList<>(4);
    from.takeWholes(
        (account, change) -> legs.add(new Posting.Leg(account(account), new Volume(change))));
    return posting(batch, legs);
  }

  private static Account account(String path) {
    int slash = path.indexOf('/');
    String kind = slash < 0 ? path : path.substring(0, slash);
    for (AccountKind known : AccountKind.values()) {
      if (known.name().equals(kind)) {
        return slash < 0 ? Account.only(known) : new Account(known, path.substring(slash + 1));
      }
    }
    throw new MalformedBody("no such account");
  }

  static List<Posting> read(Members body) {
    return body.objects("postings").stream().map(Postings::posting).toList();
  }

  private static Posting posting(Members from) {
    BatchId batch = new BatchId(from.text("batch"));
    List<Posting.Leg> legs = from.objects("legs").stream().map(Postings::leg).toList();
    from.end();
    return posting(batch, legs);
  }

  private static Posting posting(BatchId batch, List<Posting.Leg> legs) {
    // The domain's own check sums without looking for overflow; bytes are not trusted here.
    Volume sum = legs.stream().map(Posting.Leg::change).reduce(Volume.ZERO, Volume::plus);
    if (!sum.equals(Volume.ZERO)) {
      throw new MalformedBody("a posting does not sum to zero");
    }
    return new Posting(batch, legs);
  }

  private static Posting.Leg leg(Members from) {
    Account account = new Account(from.oneOf(AccountKind.class, "account"), from.text("of"));
    Volume change = new Volume(from.whole("microlitres"));
    from.end();
    return new Posting.Leg(account, change);
  }
}
