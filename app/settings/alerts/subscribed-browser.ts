/** Asks this browser to take push messages of the desk. */

/** What reaches it, as its push service gave it; null where it takes none, or somebody said no. */
export async function subscribedBrowser(key: string): Promise<PushSubscriptionJSON | null> {
  try {
    await navigator.serviceWorker.register('/push-worker.js');
    const { pushManager } = await navigator.serviceWorker.ready;
    const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    return subscription.toJSON();
  } catch {
    return null;
  }
}
