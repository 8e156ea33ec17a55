package io.peertap.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Labels of a series by peer, of which there are many: the peer comes first and is rendered once for
 * all series that it has, the others once for all peers.
 */
final class PeerLabels extends Labels {

  private final Slot slot;
  private final Others others;

  PeerLabels(Slot slot, Others others) {
    this.slot = slot;
    this.others = others;
  }

  /**
   * Whether these are the labels of this peer with those others. A peer that comes back has another
   * slot and the same name, and short names may meet: one series is what a scrape may hold of them.
   */
  boolean are(Slot peer, Others rest) {
    return others == rest && (slot == peer || slot.label().equals(peer.label()));
  }

  /** The same for equal parts. Asked by the collector first, so it is who makes the peer's name. */
  static int hash(Slot peer, Others rest) {
    return 31 * peer.label().hashCode() + System.identityHashCode(rest);
  }

  int hash() {
    return hash(slot, others);
  }

  @Override
  public List<String> names() {
    return others.names;
  }

  @Override
  public List<String> values() {
    List<String> values = new ArrayList<>(others.names.size());
    values.add(slot.label());
    values.addAll(others.values);
    return values;
  }

  @Override
  public String head() {
    return slot.text();
  }

  @Override
  public String tail() {
    return others.text;
  }

  /** The labels after the first, shared by the series of all peers. */
  static final class Others {
    private final List<String> names;
    private final List<String> values;
    private final String text;

    /**
     * Of one family.
     *
     * @param names all names, the first one's too
     * @param values the values of all but the first
     */
    Others(List<String> names, List<String> values) {
      this.names = names;
      this.values = List.copyOf(values);
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < values.size(); i++) {
        render(names.get(i + 1), values.get(i), out.append(','));
      }
      this.text = out.toString();
    }
  }
}
