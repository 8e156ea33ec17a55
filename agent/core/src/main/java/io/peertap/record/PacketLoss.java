package io.peertap.record;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;

/** The share of packets that were lost within the last minute; zero when none was sent. */
final class PacketLoss {

  private static final long WINDOW = TimeUnit.SECONDS.toNanos(60);

  /** Null for most: few transports tell of packets. */
  private Deque<Mark> marks;

  private long sent;
  private long lost;
  private volatile boolean told;
  private volatile double ratio;

  /** The totals at one moment. */
  private record Mark(long at, long sent, long lost) {}

  /** These packets more were sent and lost; any thread. */
  synchronized void add(long moreSent, long moreLost) {
    sent += moreSent;
    lost += moreLost;
    told = true;
  }

  /** Whether anybody has told of packets. */
  boolean isKnown() {
    return told;
  }

  /** Lost over sent, from 0 to 1. */
  double ratio() {
    return ratio;
  }

  /** Lets what is older than the window go. */
  synchronized void follow(long now) {
    if (!told) {
      return;
    }
    if (marks == null) {
      marks = new ArrayDeque<>();
      marks.add(new Mark(now - WINDOW, 0, 0));
    }
    while (marks.size() > 1 && second().at() <= now - WINDOW) {
      marks.removeFirst();
    }
    Mark from = marks.getFirst();
    long packets = sent - from.sent();
    ratio = packets <= 0 ? 0 : Math.min(1, (double) (lost - from.lost()) / packets);
    marks.add(new Mark(now, sent, lost));
  }

  private Mark second() {
    Iterator<Mark> each = marks.iterator();
    each.next();
    return each.next();
  }
}
