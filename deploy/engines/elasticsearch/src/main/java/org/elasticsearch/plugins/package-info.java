/** The one class that has to stand in Elasticsearch's own package to load plugins from the class path. */
package org.elasticsearch.plugins;
