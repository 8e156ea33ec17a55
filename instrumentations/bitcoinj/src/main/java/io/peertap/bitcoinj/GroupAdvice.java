package io.peertap.bitcoinj;

import io.peertap.api.Attached;
import io.peertap.api.Telemetry;
import java.util.Map;
import net.bytebuddy.asm.Advice;

/** What a group knows of peers. */
final class GroupAdvice {

  private static final Attached<AddressBook> BOOKS = Telemetry.current().attached();

  private GroupAdvice() {}

  /** It took an address into its book. */
  public static final class Known {
    private Known() {}

    /** Once it is there; under the group's lock. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void addInactive(
        @Advice.This Object group, @Advice.FieldValue("backoffMap") Map<?, ?> addresses) {
      AddressBook book = BOOKS.get(group);
      if (book == null) {
        book = new AddressBook();
        BOOKS.put(group, book);
      }
      book.holds(addresses.size());
    }
  }

  /** It needs its book no longer. */
  public static final class Stopped {
    private Stopped() {}

    /** Before it lets its peers go. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void stopAsync(@Advice.This Object group) {
      AddressBook book = BOOKS.remove(group);
      if (book != null) {
        book.close();
      }
    }
  }
}
