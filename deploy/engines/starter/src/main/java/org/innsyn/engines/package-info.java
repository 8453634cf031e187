/** Starts PostgreSQL, Kafka and Elasticsearch as child processes, watches them and takes them down with their parent. */
package org.innsyn.engines;
