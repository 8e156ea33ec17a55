/**
 * What a rule is pointed at: the agent leaves its own packages alone, so this stands outside them.
 * Every method is as small as can be, so that what is measured is the hook.
 */
package acme;
