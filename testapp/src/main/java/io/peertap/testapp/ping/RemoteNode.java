package io.peertap.testapp.ping;

/** Another node and where it listens. */
public record RemoteNode(String name, String address) {}
