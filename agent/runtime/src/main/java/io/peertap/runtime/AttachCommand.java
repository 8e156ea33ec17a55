package io.peertap.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Loads the agent into a JVM that runs. The JDK's attach module is the application loader's, which
 * the agent's classes do not see.
 */
@Command(
    name = "attach",
    description =
        "Load the agent into a JVM that runs; the option enabled=false makes it leave. Needs"
            + " a JDK and that JVM's user.")
final class AttachCommand implements Callable<Integer> {

  private static final String MACHINE = "com.sun.tools.attach.VirtualMachine";
  private static final String DESCRIPTOR = "com.sun.tools.attach.VirtualMachineDescriptor";

  @Parameters(index = "0", paramLabel = "<pid>", description = "Its process; jps -l lists them.")
  private long pid;

  @Parameters(
      index = "1",
      arity = "0..1",
      defaultValue = "",
      paramLabel = "key=value,...",
      description = "Options of the agent.")
  private String options;

  private final String jar;

  AttachCommand(String jar) {
    this.jar = jar;
  }

  @Override
  public Integer call() throws ReflectiveOperationException {
    try {
      Class<?> machine = Class.forName(MACHINE, true, ClassLoader.getSystemClassLoader());
      if (!runs(machine)) {
        return CommandLine.complain(
            "there is no JVM " + pid + " of your own user that tells of itself; jps -l lists them",
            CommandLine.NOT_DONE);
      }
      Object jvm = machine.getMethod("attach", String.class).invoke(null, Long.toString(pid));
      try {
        machine.getMethod("loadAgent", String.class, String.class).invoke(jvm, jar, options);
      } finally {
        machine.getMethod("detach").invoke(jvm);
      }
    } catch (ClassNotFoundException e) {
      return CommandLine.complain(
          "this Java has no module jdk.attach; run the command with a JDK's java",
          CommandLine.NOT_DONE);
    } catch (InvocationTargetException e) {
      return CommandLine.complain(
          "JVM " + pid + " cannot be attached to: " + e.getCause().getMessage(),
          CommandLine.NOT_DONE);
    }
    System.out.println("Loaded into " + pid + "; it says on its stderr where to look.");
    return CommandLine.DONE;
  }

  /** Attaching begins with a signal that ends a process which is no JVM. */
  private boolean runs(Class<?> machine) throws ReflectiveOperationException {
    Method id = Class.forName(DESCRIPTOR, true, machine.getClassLoader()).getMethod("id");
    for (Object jvm : (List<?>) machine.getMethod("list").invoke(null)) {
      if (id.invoke(jvm).equals(Long.toString(pid))) {
        return true;
      }
    }
    return false;
  }
}
