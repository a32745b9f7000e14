/** Shows what the desk pushes to this browser, and leads to it; it keeps nothing and answers no request. */

self.addEventListener('push', (event) => {
  const { id, title, body, url } = event.data.json();
  // The same alert once more takes the place of the first.
  event.waitUntil(
    self.registration.showNotification(title, { body, tag: id, icon: '/icons/192.png', data: { url } }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data.url ?? '/'));
});
