package net.corda.node.services.statemachine;

/** Only named by signatures. */
public interface StateMachineState {}
