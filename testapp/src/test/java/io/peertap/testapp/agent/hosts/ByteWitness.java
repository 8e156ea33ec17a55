package io.peertap.testapp.agent.hosts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;

/**
 * Another agent, attached by a test: writes down the bytes of classes as the JVM runs them. Its
 * argument is the directory to write to, a comma, and the classes, separated by spaces.
 */
public final class ByteWitness implements ClassFileTransformer {

  private final Path directory;

  private ByteWitness(Path directory) {
    this.directory = directory;
  }

  /** Retransforms the classes and looks at what passes; changes nothing. */
  public static void agentmain(String argument, Instrumentation jvm)
      throws ClassNotFoundException, UnmodifiableClassException {
    int comma = argument.indexOf(',');
    ByteWitness witness = new ByteWitness(Path.of(argument.substring(0, comma)));
    jvm.addTransformer(witness, true);
    try {
      for (String name : argument.substring(comma + 1).split(" ", -1)) {
        jvm.retransformClasses(Class.forName(name));
      }
    } finally {
      jvm.removeTransformer(witness);
    }
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (redefined != null) {
      try {
        Files.write(directory.resolve(redefined.getName()), classFile);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return null;
  }
}
