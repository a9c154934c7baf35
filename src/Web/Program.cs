using Keukentafel.Web.Commands;

return await CommandLine.Root.Parse(args).InvokeAsync();
