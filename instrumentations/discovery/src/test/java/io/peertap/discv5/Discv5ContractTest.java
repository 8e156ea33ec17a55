package io.peertap.discv5;

import static org.awaitility.Awaitility.await;

import io.peertap.api.Instrumentation;
import io.peertap.test.InstrumentationContract;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Consensys discovery keeps every instrumentation's promises. */
@EnabledForJreRange(min = JRE.JAVA_21)
class Discv5ContractTest extends InstrumentationContract {

  @Override
  protected Instrumentation instrumentation() {
    return new Discv5Instrumentation();
  }

  @Override
  protected List<String> transcript() {
    Library library = new Library(Library.NEWEST);
    try (Discv5Node a = new Discv5Node(library);
        Discv5Node b = new Discv5Node(library, a)) {
      await().until(() -> a.table().equals(Set.of(b.id())) && b.table().equals(Set.of(a.id())));
      for (int i = 0; i < 5; i++) {
        b.ping(a);
        b.ask(a);
      }
      return List.of("a knows " + a.table().size(), "b knows " + b.table().size());
    }
  }
}
