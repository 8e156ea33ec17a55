package io.peertap.weaver;

import io.peertap.api.rule.Choice;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The taps in one class of one loader. Those that it had before are held weakly: a call that began
 * with one keeps its linked call site, and with it the tap, so that its end can still be linked.
 */
final class RuledClass {

  private List<TapSite> sites = List.of();
  private final List<WeakReference<TapSite>> earlier = new ArrayList<>();
  private HookState failure;
  private boolean told;

  /** Puts taps in place of those before; one that stays keeps its site. */
  synchronized List<TapSite> replace(List<Choice> choices, Function<Choice, TapSite> fresh) {
    List<TapSite> next = new ArrayList<>();
    for (Choice choice : choices) {
      TapSite known = find(choice);
      next.add(known == null ? fresh.apply(choice) : known);
    }
    earlier.removeIf(site -> site.refersTo(null));
    for (TapSite site : sites) {
      if (!next.contains(site)) {
        earlier.add(new WeakReference<>(site));
      }
    }
    sites = List.copyOf(next);
    return sites;
  }

  /** Takes all taps out. */
  void clear() {
    replace(List.of(), null);
  }

  /** Whether these choices, in this order, are others than those in place. */
  synchronized boolean differs(List<Choice> choices) {
    boolean differs = choices.size() != sites.size();
    for (int i = 0; i < choices.size() && !differs; i++) {
      differs = !sites.get(i).is(choices.get(i));
    }
    return differs;
  }

  synchronized boolean isTapped() {
    return !sites.isEmpty();
  }

  /** The site that a call site names, or null if neither tap nor call is left. */
  synchronized TapSite find(String key) {
    for (TapSite site : all()) {
      if (site.key().equals(key)) {
        return site;
      }
    }
    return null;
  }

  /** Other rules are in force: what failed or was said before does not count. */
  synchronized void renew() {
    failure = null;
    told = false;
  }

  /** The class as a whole failed. */
  synchronized void fail(HookState state) {
    failure = state;
  }

  /** Whether nothing was said of this class before. */
  synchronized boolean tellOnce() {
    boolean first = !told;
    told = true;
    return first;
  }

  synchronized List<HookState> states() {
    List<HookState> states = new ArrayList<>();
    for (TapSite site : sites) {
      states.add(site.state());
    }
    if (failure != null) {
      states.add(failure);
    }
    return states;
  }

  /** The taps in place, and the earlier ones that calls may still end with. */
  synchronized List<TapSite> all() {
    List<TapSite> all = new ArrayList<>(sites);
    for (WeakReference<TapSite> reference : earlier) {
      TapSite site = reference.get();
      if (site != null) {
        all.add(site);
      }
    }
    return all;
  }

  private TapSite find(Choice choice) {
    for (TapSite site : sites) {
      if (site.is(choice)) {
        return site;
      }
    }
    return null;
  }
}
