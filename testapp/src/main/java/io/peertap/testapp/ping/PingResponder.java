package io.peertap.testapp.ping;

import io.peertap.testapp.faults.Fault;
import io.peertap.testapp.faults.FaultPlan;
import io.scalecube.cluster.transport.api.Message;
import io.scalecube.cluster.transport.api.Transport;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;

/** Answers those who ask for a sign of life. */
public final class PingResponder {

  /** What a request is called. */
  public static final String PING = "testapp/ping";

  /** What a response is called. */
  public static final String PONG = "testapp/pong";

  private final FaultPlan faults;
  private final AtomicLong heard = new AtomicLong();

  /** Answers what the plan does not lose. */
  public PingResponder(FaultPlan faults) {
    this.faults = faults;
  }

  /** Answers a request over the transport it came by. */
  public void answer(Message request, Transport transport) {
    if (faults.strikes(Fault.LOST_PING, heard.getAndIncrement())) {
      return;
    }
    Message pong =
        Message.withQualifier(PONG).correlationId(request.correlationId()).build();
    transport.send(request.sender(), pong).onErrorResume(gone -> Mono.empty()).subscribe();
  }
}
