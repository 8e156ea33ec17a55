/**
 * What nodes know from outside: blocks go by, and keys and random values are asked for. It is a
 * make-believe chain, whose blocks are the wall clock's and whose transactions are broadcast.
 */
package io.peertap.testapp.chain;
