package io.peertap.testapp.net;

import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** What was said in one conversation. Who says two things of a type is heard with the first. */
public final class Mailbox {

  private final Map<String, List<ChannelMessage>> messages = new HashMap<>();

  synchronized void put(ChannelMessage message) {
    messages.computeIfAbsent(message.type(), any -> new ArrayList<>()).add(message);
    notifyAll();
  }

  /** Waits until this many members have said something of a type. */
  public <T> SortedMap<Integer, T> await(Class<T> type, int count, Deadline deadline)
      throws InterruptedException, TimeoutException {
    return await(type, found -> found.size() >= count, deadline);
  }

  /** Waits until what was said of a type is enough. */
  public synchronized <T> SortedMap<Integer, T> await(
      Class<T> type, Predicate<SortedMap<Integer, T>> enough, Deadline deadline)
      throws InterruptedException, TimeoutException {
    SortedMap<Integer, T> found = new TreeMap<>();
    int read = 0;
    while (true) {
      List<ChannelMessage> all = messages.getOrDefault(type.getSimpleName(), List.of());
      for (; read < all.size(); read++) {
        read(all.get(read), type, found);
      }
      if (enough.test(found)) {
        return found;
      }
      long millis = deadline.millisLeft();
      if (millis == 0) {
        throw new TimeoutException(
            "heard " + type.getSimpleName() + " of " + found.keySet() + " only");
      }
      wait(millis);
    }
  }

  private static <T> void read(ChannelMessage message, Class<T> type, Map<Integer, T> found) {
    try {
      found.putIfAbsent(message.member(), message.content(type));
    } catch (JsonParseException otherContent) {
      // As good as not said.
    }
  }
}
