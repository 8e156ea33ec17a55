package io.peertap.weaver;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodType;

/** Links a call site of a ruled method to its tap. */
final class TapLinker {

  /** The first string of a ruled tap's call site; the site's key and the event follow. */
  static final String MARK = "tap";

  private final RuledClasses classes;

  TapLinker(RuledClasses classes) {
    this.classes = classes;
  }

  /** The call site, or null if its tap is gone or cannot be linked: then nothing happens there. */
  CallSite link(Class<?> woven, MethodType type, String key, String event) {
    RuledClass ruled = classes.find(woven.getClassLoader(), woven.getName());
    TapSite site = ruled == null ? null : ruled.find(key);
    if (site == null) {
      return null;
    }
    try {
      return TapCallSites.link(site.tap(), event, type, site);
    } catch (Throwable e) { // The application's thread links.
      site.failed(e);
      return null;
    }
  }
}
