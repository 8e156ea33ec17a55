/**
 * Runs the test application in all its forms and reads what its nodes wrote down. Nothing here
 * knows who may be watching the network.
 */
package io.peertap.testapp;
