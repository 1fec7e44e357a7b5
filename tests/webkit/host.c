/*
 * The browser the WebKit tests drive: one undecorated WebKitGTK window, and those its pages open. It keeps its data in a
 * profile folder, so that a restart finds the service worker, IndexedDB, keys and cookies again. (MiniBrowser under
 * automation forgets them.)
 * host.ts builds it, browser.ts starts it. WEBKIT_INSPECTOR_SERVER=127.0.0.1:PORT says where it listens for
 * WebKitWebDriver, which may come, go and come back: the window and its page stay. SIGTERM closes it in good order.
 *
 *   host --profile=DIR [--size=WIDTHxHEIGHT] [--languages=en-US,he] [--features=+Name,-Name]
 *        [--start-script=FILE] [--accept-bad-tls]
 *
 * Console messages of the page go to stdout. Exit code 2: an argument is wrong, the reason is on stderr.
 */
#include <glib-unix.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <webkit2/webkit2.h>

typedef struct {
  WebKitWebContext *context;
  WebKitSettings *settings;
  WebKitUserContentManager *content;
  WebKitWebView *view; /* the first; NULL until a driver asks for it */
  GtkWidget *window;   /* the first; the host ends with it */
  int width, height; /* CSS pixels */
} Host;

static int refuse(const char *reason, const char *detail) {
  fprintf(stderr, "host: %s%s\n", reason, detail);
  return 2;
}

/* Returns the part after `name` when `argument` begins with it, else NULL. */
static const char *value_of(const char *argument, const char *name) {
  return g_str_has_prefix(argument, name) ? argument + strlen(name) : NULL;
}

static gboolean switch_feature(WebKitSettings *settings, WebKitFeatureList *known, const char *name, gboolean on) {
  for (gsize i = 0; i < webkit_feature_list_get_length(known); i++) {
    WebKitFeature *feature = webkit_feature_list_get(known, i);
    if (strcmp(webkit_feature_get_identifier(feature), name) != 0) continue;
    webkit_settings_set_feature_enabled(settings, feature, on);
    return TRUE;
  }
  return FALSE;
}

/* Warns of a name this WebKit does not know: another version may have renamed or dropped it. */
static void switch_features(WebKitSettings *settings, const char *list) {
  WebKitFeatureList *known = webkit_settings_get_all_features();
  char **entries = g_strsplit(list, ",", -1);
  for (char **entry = entries; *entry; entry++) {
    if (**entry != '+' && **entry != '-') continue;
    if (!switch_feature(settings, known, *entry + 1, **entry == '+'))
      fprintf(stderr, "host: this WebKit has no feature named %s\n", *entry + 1);
  }
  g_strfreev(entries);
  webkit_feature_list_unref(known);
}

/* What navigator.languages says, most wanted first. */
static void prefer_languages(WebKitWebContext *context, const char *list) {
  char **languages = g_strsplit(list, ",", -1);
  webkit_web_context_set_preferred_languages(context, (const char *const *)languages);
  g_strfreev(languages);
}

/* Has every page run the script in `file` before its own. FALSE: the file could not be read. */
static gboolean add_start_script(WebKitUserContentManager *content, const char *file) {
  char *source = NULL;
  if (!g_file_get_contents(file, &source, NULL, NULL)) return FALSE;
  WebKitUserScript *script = webkit_user_script_new(source, WEBKIT_USER_CONTENT_INJECT_TOP_FRAME,
                                                    WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_START, NULL, NULL);
  webkit_user_content_manager_add_script(content, script);
  webkit_user_script_unref(script);
  g_free(source);
  return TRUE;
}

static gboolean on_permission(WebKitWebView *view, WebKitPermissionRequest *request, gpointer data) {
  webkit_permission_request_allow(request);
  return TRUE;
}

static void on_close(WebKitWebView *view, gpointer window) { gtk_widget_destroy(GTK_WIDGET(window)); }

static gboolean on_terminate(gpointer data) {
  Host *host = data;
  if (host->window) gtk_widget_destroy(host->window);
  else gtk_main_quit();
  return G_SOURCE_REMOVE;
}

static WebKitWebView *on_open(WebKitWebView *opener, WebKitNavigationAction *action, gpointer data);

/* A view in a window of its own; `opener` is the view whose page asked for it, or NULL. */
static WebKitWebView *open_window(Host *host, WebKitWebView *opener) {
  GObject *view = opener ? g_object_new(WEBKIT_TYPE_WEB_VIEW, "related-view", opener, "settings", host->settings,
                                        "user-content-manager", host->content, "is-controlled-by-automation", TRUE, NULL)
                         : g_object_new(WEBKIT_TYPE_WEB_VIEW, "web-context", host->context, "settings", host->settings,
                                        "user-content-manager", host->content, "is-controlled-by-automation", TRUE, NULL);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_window_set_decorated(GTK_WINDOW(window), FALSE);
  gtk_window_set_default_size(GTK_WINDOW(window), host->width, host->height);
  gtk_container_add(GTK_CONTAINER(window), GTK_WIDGET(view));
  g_signal_connect(view, "permission-request", G_CALLBACK(on_permission), NULL);
  g_signal_connect(view, "create", G_CALLBACK(on_open), host);
  g_signal_connect(view, "close", G_CALLBACK(on_close), window);
  gtk_widget_show_all(window);
  gtk_widget_grab_focus(GTK_WIDGET(view));
  return WEBKIT_WEB_VIEW(view);
}

/* A page asks for another window, by window.open or a link. */
static WebKitWebView *on_open(WebKitWebView *opener, WebKitNavigationAction *action, gpointer host) {
  return open_window(host, opener);
}

/* Opens the first window, or gives a driver that came back the one there is. */
static WebKitWebView *on_create_view(WebKitAutomationSession *session, gpointer data) {
  Host *host = data;
  if (host->view) return host->view;
  host->view = open_window(host, NULL);
  host->window = gtk_widget_get_toplevel(GTK_WIDGET(host->view));
  g_signal_connect(host->window, "destroy", G_CALLBACK(gtk_main_quit), NULL);
  return host->view;
}

static void on_session(WebKitWebContext *context, WebKitAutomationSession *session, gpointer host) {
  WebKitApplicationInfo *info = webkit_application_info_new();
  webkit_application_info_set_name(info, "countersign-webkit");
  webkit_application_info_set_version(info, WEBKIT_MAJOR_VERSION, WEBKIT_MINOR_VERSION, WEBKIT_MICRO_VERSION);
  webkit_automation_session_set_application_info(session, info);
  webkit_application_info_unref(info);
  g_signal_connect(session, "create-web-view", G_CALLBACK(on_create_view), host);
}

/* A context whose website data and cookies live under `profile`, with no tracking prevention to clear them. */
static WebKitWebContext *open_profile(const char *profile, gboolean accept_bad_tls) {
  char *data = g_build_filename(profile, "data", NULL);
  char *cache = g_build_filename(profile, "cache", NULL);
  char *cookies = g_build_filename(profile, "cookies.sqlite", NULL);
  WebKitWebsiteDataManager *manager =
      webkit_website_data_manager_new("base-data-directory", data, "base-cache-directory", cache, NULL);
  webkit_website_data_manager_set_itp_enabled(manager, FALSE);
  if (accept_bad_tls)
    webkit_website_data_manager_set_tls_errors_policy(manager, WEBKIT_TLS_ERRORS_POLICY_IGNORE);
  webkit_cookie_manager_set_persistent_storage(webkit_website_data_manager_get_cookie_manager(manager), cookies,
                                               WEBKIT_COOKIE_PERSISTENT_STORAGE_SQLITE);
  WebKitWebContext *context = webkit_web_context_new_with_website_data_manager(manager);
  g_object_unref(manager);
  g_free(data);
  g_free(cache);
  g_free(cookies);
  return context;
}

int main(int argc, char **argv) {
  Host host = {.width = 1194, .height = 834};
  const char *profile = NULL, *features = "", *languages = "en-US", *start_script = NULL, *value;
  gboolean accept_bad_tls = FALSE;

  for (int i = 1; i < argc; i++) {
    if ((value = value_of(argv[i], "--profile="))) profile = value;
    else if ((value = value_of(argv[i], "--features="))) features = value;
    else if ((value = value_of(argv[i], "--languages="))) languages = value;
    else if ((value = value_of(argv[i], "--start-script="))) start_script = value;
    else if ((value = value_of(argv[i], "--size="))) {
      if (sscanf(value, "%dx%d", &host.width, &host.height) != 2) return refuse("a size is WIDTHxHEIGHT, not ", value);
    } else if (!strcmp(argv[i], "--accept-bad-tls")) accept_bad_tls = TRUE;
    else return refuse("unknown argument ", argv[i]);
  }
  if (!profile || !g_path_is_absolute(profile)) return refuse("--profile= needs an absolute folder", "");
  if (!gtk_init_check(NULL, NULL)) return refuse("no display to open a window on", "");

  host.context = open_profile(profile, accept_bad_tls);
  prefer_languages(host.context, languages);
  host.settings = webkit_settings_new();
  webkit_settings_set_enable_write_console_messages_to_stdout(host.settings, TRUE);
  webkit_settings_set_javascript_can_open_windows_automatically(host.settings, TRUE);
  switch_features(host.settings, features);
  host.content = webkit_user_content_manager_new();
  if (start_script && !add_start_script(host.content, start_script)) return refuse("cannot read ", start_script);
  g_signal_connect(host.context, "automation-started", G_CALLBACK(on_session), &host);
  webkit_web_context_set_automation_allowed(host.context, TRUE);
  g_unix_signal_add(SIGTERM, on_terminate, &host);
  gtk_main();
  return 0;
}
