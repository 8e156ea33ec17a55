package io.peertap.operations.ledger;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Future;

/**
 * A day of the guild: in the morning work is begun and letters come in, by the evening all is over.
 * The numbers differ wherever one count could be taken for another.
 */
@SuppressWarnings("FutureReturnValueIgnored") // The guild knows itself what became of its work.
final class Day {

  private static final List<Fate> ERRANDS = Fate.mixed(6, 4, 3, 2);
  private static final List<Fate> CEREMONIES = Fate.mixed(5, 3, 2, 4);
  private static final List<Fate> DEEDS = Fate.mixed(8, 2, 5, 3);
  private static final List<Fate> TALKS = Fate.mixed(7, 5, 2, 3);
  private static final List<Fate> DRAWS = Fate.mixed(4, 2, 3, 2);
  private static final List<Fate> VISIONS = Fate.mixed(5, 3, 1, 4);
  private static final Duration PATIENT = Duration.ofSeconds(10);
  private static final Duration IMPATIENT = Duration.ofMillis(20);

  private final Guild guild;
  private final Queue<Future<String>> doomed = new ArrayDeque<>();

  Day(Guild guild) {
    this.guild = guild;
  }

  /** Something that may fail as the guild's services do. */
  private interface Attempt {
    void run() throws InterruptedException;
  }

  private static void fails(int times, Attempt attempt) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      try {
        attempt.run();
      } catch (IllegalStateException | IllegalArgumentException | OfficeFullException e) {
        continue;
      }
      throw new AssertionError("should have failed");
    }
  }

  private static void repeat(int times, Attempt attempt) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      attempt.run();
    }
  }

  /** Begins what takes time, and lets letters pile up. */
  void morning() throws InterruptedException {
    for (int i = 0; i < ERRANDS.size(); i++) {
      guild.vaults.send("vault " + i);
    }
    repeat(7, () -> guild.vaults.send("vault 3"));
    for (int i = 0; i < CEREMONIES.size(); i++) {
      guild.ceremony.convene(new Convocation("ceremony " + i, 1 + i % 5));
    }
    repeat(DEEDS.size(), () -> guild.seals.stamp("deed", new Applicant("Smith")));
    for (Fate fate : TALKS) {
      Future<String> talk = guild.table.gather(fate);
      if (fate == Fate.WITHDRAWN) {
        doomed.add(talk);
      }
    }
    post();
  }

  private void post() throws InterruptedException {
    fails(2, () -> guild.north.bulletin.post("to nobody"));
    guild.north.call(guild.south);
    guild.north.call(guild.west);
    guild.south.call(guild.west);
    guild.await(6, house -> house.lines.size());
    repeat(5, () -> guild.north.bulletin.post("news from the north"));
    repeat(4, () -> guild.south.bulletin.post("news from the south"));
    guild.await(18, house -> house.inbox.size());
    guild.north.sort(4);
    guild.south.sort(3);
  }

  /** Ends all that was begun, does what takes no time, and reads the letters. */
  void evening() throws InterruptedException {
    for (int i = 0; i < ERRANDS.size(); i++) {
      guild.vaults.comeBack("vault " + i, ERRANDS.get(i));
    }
    for (int i = 0; i < CEREMONIES.size(); i++) {
      guild.ceremony.conclude("ceremony " + i, CEREMONIES.get(i));
    }
    fails(6, () -> guild.seals.stamp("one too many", new Applicant("Smith")));
    fails(4, () -> guild.seals.stamp("", new Applicant("Smith")));
    repeat(3, () -> guild.seals.stamp("sealed deed", new Applicant("Smith")));
    DEEDS.forEach(guild.seals::answer);
    doomed.forEach(guild.table::dismiss);
    guild.table.start();
    DRAWS.forEach(guild.oracle::draw);
    VISIONS.forEach(guild.oracle::foresee);
    speakUp();
    sound();
    read();
  }

  private void speakUp() throws InterruptedException {
    repeat(6, () -> guild.ceremony.verify(true));
    fails(3, () -> guild.ceremony.verify(false));
    repeat(4, () -> guild.ceremony.dispute(true));
    fails(2, () -> guild.ceremony.dispute(false));
    repeat(5, () -> guild.ceremony.endorse(true));
    repeat(2, () -> guild.ceremony.endorse(false));
    for (long block = 1; block <= 44; block++) {
      guild.table.bell(block);
    }
    repeat(3, () -> guild.oracle.complain(7));
  }

  private void sound() throws InterruptedException {
    Channel line = guild.north.call(guild.south);
    repeat(6, () -> guild.north.probe.sound(line, PATIENT));
    line.close().sync();
    repeat(2, () -> guild.north.probe.sound(line, PATIENT));
    Channel dead = guild.west.call(guild.mute);
    repeat(3, () -> guild.west.probe.sound(dead, IMPATIENT));
  }

  private void read() {
    for (House house : guild.houses) {
      house.sort(house.inbox.size());
      house.desks.forEach(Desk::readAll);
    }
  }
}
