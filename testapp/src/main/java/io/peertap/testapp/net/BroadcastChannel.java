package io.peertap.testapp.net;

import com.google.gson.JsonParseException;
import io.peertap.testapp.faults.Fault;
import io.peertap.testapp.faults.FaultPlan;
import io.peertap.testapp.truth.GossipTruth;
import io.peertap.testapp.truth.QueueTruth;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * The one channel of the network. What comes in waits in one queue for its turn and in a second one
 * for the handlers; where a queue is full, the message is dropped.
 */
public final class BroadcastChannel {

  private static final int INCOMING_CAPACITY = 4096;
  private static final int HANDLER_CAPACITY = 512;
  private static final Duration SLOWNESS = Duration.ofMillis(300);

  private final BlockingQueue<ChannelMessage> incomingMessages =
      new LinkedBlockingQueue<>(INCOMING_CAPACITY);
  private final BlockingQueue<ChannelMessage> handlerMessages =
      new LinkedBlockingQueue<>(HANDLER_CAPACITY);

  private final Wire wire;
  private final GossipTruth gossip;
  private final QueueTruth queues;
  private final FaultPlan faults;
  private final Thread taker;
  private final Thread caller;
  private volatile boolean closed;
  private volatile long lastHeard = System.nanoTime();

  /** A channel over this wire; the handlers are called one message at a time. */
  public BroadcastChannel(
      String node,
      Wire wire,
      Consumer<ChannelMessage> handlers,
      GossipTruth gossip,
      QueueTruth queues,
      FaultPlan faults) {
    this.wire = wire;
    this.gossip = gossip;
    this.queues = queues;
    this.faults = faults;
    this.taker = thread(node + "-incoming", () -> deliver(incomingMessages.take()));
    this.caller = thread(node + "-handlers", () -> handlers.accept(handlerMessages.take()));
  }

  /** Starts to take what comes in. */
  public void open() {
    taker.start();
    caller.start();
  }

  /** Publishes a message to all nodes, this one included. */
  public void broadcast(ChannelMessage message) {
    if (closed) {
      throw new IllegalStateException("the channel is closed");
    }
    wire.toAll(Json.write(message).getBytes(StandardCharsets.UTF_8));
    gossip.published();
    enqueue(message);
  }

  /** Takes what another node has published; what is no message is ignored. */
  public void receive(byte[] bytes) {
    try {
      enqueue(Json.read(new String(bytes, StandardCharsets.UTF_8), ChannelMessage.class));
    } catch (JsonParseException noMessage) {
      // Nobody can tell what it was to be.
    }
  }

  private void enqueue(ChannelMessage message) {
    lastHeard = System.nanoTime();
    synchronized (incomingMessages) { // Several threads put, and none may miss the longest.
      int before = incomingMessages.size();
      queues.incoming(before, incomingMessages.offer(message));
    }
  }

  /** Gives a message that had its turn to the handlers. */
  void deliver(ChannelMessage message) {
    gossip.delivered();
    int before = handlerMessages.size();
    queues.handler(before, handlerMessages.offer(message));
  }

  /** How long nothing has come in and nothing was waiting, in nanoseconds. */
  public long silentNanos() {
    boolean waiting = !incomingMessages.isEmpty() || !handlerMessages.isEmpty();
    return waiting ? 0 : System.nanoTime() - lastHeard;
  }

  /** Ends it: nothing is taken or published any more. */
  public void close() {
    closed = true;
    taker.interrupt();
    caller.interrupt();
  }

  private interface Turn {
    void take() throws InterruptedException;
  }

  private Thread thread(String name, Turn turn) {
    Thread thread = new Thread(() -> takeTurns(turn), name);
    thread.setDaemon(true);
    return thread;
  }

  private void takeTurns(Turn turn) {
    try {
      for (long number = 1; true; number++) {
        if (faults.strikes(Fault.SLOW_READER, number)) {
          Thread.sleep(SLOWNESS.toMillis());
        }
        turn.take();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }
}
