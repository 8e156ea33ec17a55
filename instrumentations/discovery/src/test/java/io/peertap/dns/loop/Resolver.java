package io.peertap.dns.loop;

/** A resolver that asks one name server, as tests see it from another class loader. */
public interface Resolver extends AutoCloseable {

  /** Looks a name up; answers the simple name of what it failed with, or nothing. */
  String resolve(String name);

  @Override
  void close();
}
