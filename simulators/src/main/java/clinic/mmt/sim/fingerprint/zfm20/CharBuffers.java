package clinic.mmt.sim.fingerprint.zfm20;

import java.util.List;
import java.util.Optional;

/** The volatile memory between capture and library; each family has its own. */
sealed interface CharBuffers permits TwoBuffers, FeatureBuffers {

  /** Features of an image, into a numbered buffer. */
  void extracted(int buffer, Template features);

  /** What RegModel is to merge. */
  List<Template> captures();

  /** The result of RegModel. */
  void merged(Template model);

  /** The two that Match compares; empty while there are not two. */
  Optional<Pair> pair();

  /** Two templates, and whether both are mere captures. */
  record Pair(Template one, Template other, boolean raw) {}

  /** What Search looks for. */
  Optional<Template> wanted(int buffer);

  /** What UpChar sends and Store keeps. */
  Optional<Template> out(int buffer);

  /** What DownChar and LoadChar bring. */
  void in(int buffer, Template template);

  /** A download that went wrong leaves nothing. */
  void clear(int buffer);

  /** Without power nothing stays. */
  void clearAll();
}
