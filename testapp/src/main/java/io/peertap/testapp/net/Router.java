package io.peertap.testapp.net;

import com.google.gson.JsonParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Brings messages to those who asked for their type, and all others to the mailboxes. */
public final class Router implements Consumer<ChannelMessage> {

  private final Map<String, Consumer<ChannelMessage>> subscribers = new ConcurrentHashMap<>();
  private final Mailboxes mailboxes;

  /** A router without subscribers. */
  public Router(Mailboxes mailboxes) {
    this.mailboxes = mailboxes;
  }

  /** Has all contents of a type go to a subscriber, with the name of the sender. */
  public <T> void subscribe(Class<T> type, BiConsumer<String, T> subscriber) {
    subscribers.put(
        type.getSimpleName(),
        message -> subscriber.accept(message.sender(), message.content(type)));
  }

  @Override
  public void accept(ChannelMessage message) {
    try {
      subscribers.getOrDefault(message.type(), mailboxes::put).accept(message);
    } catch (JsonParseException | RejectedExecutionException forNobody) {
      // Not what its type promised, or of no concern to a node that works no more.
    }
  }
}
