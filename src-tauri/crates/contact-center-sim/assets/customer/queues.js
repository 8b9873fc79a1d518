// Which queues a customer may enter now.

import { post, queueUrl } from "/page/links.js";

// Customers one agent may have waiting before a queue counts as full.
const soak = 2;

export function isOpen(queue) {
  const agents = queue.availableAgentsInQueue;
  return (
    agents > 0 &&
    queue.customersInQueue <= agents * soak &&
    queue.customersInQueue <= queue.maxConcurrentChats
  );
}

// All queues that are open, by name.
export async function openQueues() {
  const answer = await post(queueUrl, { skillset: "" });
  return answer.body.metrics.filter(isOpen).map((queue) => queue.queueName);
}
