@org.jspecify.annotations.NullMarked
package parley.h323.agent;
